interface Props {
  text: string | null | undefined | false;
  isProblem?: boolean;
}

/** What became of the last action; screen readers announce it. The element is there from the start. */
export function StatusText({ text, isProblem = false }: Props) {
  return (
    <p role="status" class={isProblem ? 'problem' : 'soft'}>
      {text}
    </p>
  );
}
