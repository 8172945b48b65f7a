import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

/** The groups of the options page in their order; each name is a fragment of its address. */
export const groups = [
  'sources',
  'sites',
  'appearance',
  'alerts',
  'data',
  'privacy',
  'about',
] as const;

interface Props {
  name: (typeof groups)[number];
  children: ComponentChildren;
}

/** Sections under a heading that the navigation links to. */
export function OptionsGroup({ name, children }: Props) {
  return (
    <section class="options-group" id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} tabIndex={-1}>
        {i18n.t(`groups.${name}`)}
      </h2>
      {children}
    </section>
  );
}
