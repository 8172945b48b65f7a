const paths = {
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  chevron: 'm5 6.5 3 3 3-3',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  check: 'm3.5 8.5 3 3 6-7',
  settings: 'M2.5 5h5m4 0h2m-11 6h2m4 0h5M9.5 3.5v3m-3 3v3',
  reader:
    'M8 4.8c-1.5-1-3.5-1.4-5.5-1.1v8.5c2-.3 4 .1 5.5 1.1 1.5-1 3.5-1.4 5.5-1.1V3.7c-2-.3-4 .1-5.5 1.1zm0 0v8.5',
  sheets: 'M2.5 3.5h7v9h-7zM6.5 5.9l6.3-1.1 1 7.6-4.3.7',
} as const;

/** An icon that is hidden from assistive technology: a label beside it has its meaning. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
