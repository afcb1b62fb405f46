/** Characters that cannot be seen or that turn the text around them: a claim could pass for another with them. */
const HIDDEN =
  /(?![\ufe0e\ufe0f\u200d])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d/u;
const SPLIT = new RegExp(`(${HIDDEN.source})`, 'u');

export interface Part {
  readonly text: string;
  /** True where `text` is the escape of a hidden character. */
  readonly hidden: boolean;
}

/** The text in parts, each hidden character as its JSON escape. Joiners inside emoji are left alone. */
export function revealParts(text: string): Part[] {
  // Splitting at a group gives the separators too, at the odd places.
  return text.split(SPLIT).flatMap((part, index) => (part === '' ? [] : [{ text: index % 2 === 1 ? escapeOf(part) : part, hidden: index % 2 === 1 }]));
}

export function reveal(text: string): string {
  return revealParts(text)
    .map((part) => part.text)
    .join('');
}

function escapeOf(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
