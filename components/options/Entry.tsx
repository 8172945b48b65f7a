interface Props {
  text: string;
  /** What is known about it, beside it. */
  detail?: string | undefined;
  action: string;
  /** The action with its object: the button's accessible name. */
  actionLabel: string;
  onAction: () => void;
}

/** What a list of the options says of one entry, and the button that removes or resets it. */
export function Entry({ text, detail, action, actionLabel, onAction }: Props) {
  return (
    <>
      <span>{text}</span>
      {detail !== undefined && <span class="soft">{detail}</span>}
      <button type="button" class="link-button" aria-label={actionLabel} onClick={onAction}>
        {action}
      </button>
    </>
  );
}
