interface Props {
  /** Nothing is drawn without one. */
  text: string | null | undefined;
  class?: string;
}

/** A sentence on what failed, announced at once. */
export function ProblemLine({ text, class: name = 'line problem' }: Props) {
  if (!text) return null;
  return (
    <p class={name} role="alert">
      {text}
    </p>
  );
}
