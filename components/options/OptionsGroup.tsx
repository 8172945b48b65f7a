import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

/** The parts of the options page, in their order; each is the end of an address that leads to it. */
export const groups = [
  'sources',
  'sites',
  'appearance',
  'alerts',
  'data',
  'privacy',
  'about',
] as const;

export type GroupName = (typeof groups)[number];

/** Sections that belong together, under a heading that the navigation leads to. */
export function OptionsGroup({ name, children }: { name: GroupName; children: ComponentChildren }) {
  return (
    <section class="options-group" id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} tabIndex={-1}>
        {i18n.t(`groups.${name}`)}
      </h2>
      {children}
    </section>
  );
}
