/** Told of each part of a JSON text, in the text's order. `source` is always exactly as written. */
export interface JsonVisitor {
  open(type: 'object' | 'array'): void;
  close(): void;
  /** The name of the member whose value follows; `offset` is that of its opening quote. */
  name(value: string, source: string, offset: number): void;
  string(value: string, source: string): void;
  number(source: string): void;
  word(source: 'true' | 'false' | 'null'): void;
}
