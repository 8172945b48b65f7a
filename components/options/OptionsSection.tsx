import type { ComponentChildren } from 'preact';
import { useUniqueId } from '../use-unique-id.ts';

interface Props {
  title: string;
  /** The fragment of the address that leads here: `copies` in `options.html#copies`. */
  name?: string;
  children: ComponentChildren;
}

/** One setting or subject under its heading: what the filter shows or hides. */
export function OptionsSection({ title, name, children }: Props) {
  const id = useUniqueId();
  return (
    <section class="section" id={name} aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      <div class="section-body">{children}</div>
    </section>
  );
}
