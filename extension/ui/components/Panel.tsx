import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** Beside the title, on the right. */
  actions?: ComponentChildren;
  note?: string | undefined;
  children: ComponentChildren;
}

/** A titled region of the detail pane. */
export function Panel({ title, actions, note, children }: Props) {
  return (
    <section class="panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note !== undefined && <span class="note">{note}</span>}
        <span class="actions">{actions}</span>
      </header>
      {children}
    </section>
  );
}
