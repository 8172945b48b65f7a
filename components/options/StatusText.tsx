interface Props {
  text: string | null | undefined | false;
  isProblem?: boolean;
}

/** A live region for what became of the last action; it must exist before its text does. */
export function StatusText({ text, isProblem = false }: Props) {
  return (
    <p role="status" class={isProblem ? 'problem' : 'soft'}>
      {text}
    </p>
  );
}
