import { revealParts } from '../reveal.ts';

/** A foreign text as it is: apart from the direction of the words around it, hidden characters made visible. */
export function Exact({ text, class: name }: { text: string; class?: string }) {
  return (
    <bdi class={name}>
      {revealParts(text).map((part, index) =>
        part.hidden ? (
          <span key={index} class="hidden-character">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </bdi>
  );
}
