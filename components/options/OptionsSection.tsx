import type { ComponentChildren } from 'preact';
import { useUniqueId } from '../use-unique-id.ts';

interface Props {
  title: string;
  /** The end of an address that leads here: `options.html#copies`. */
  name?: string;
  children: ComponentChildren;
}

/** One thing to set or to know, under its heading; the filter shows or hides it as a whole. */
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
