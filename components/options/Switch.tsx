import { useUniqueId } from '../use-unique-id.ts';

interface Props {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** The name of the radio group it belongs to; absent for a checkbox. */
  group?: string;
  /** A sentence below the label. */
  hint?: string;
}

/** A checkbox or radio button with its label. */
export function Switch({ label, isOn, onChange, group, hint }: Props) {
  const id = useUniqueId();
  return (
    <div class="switch">
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        name={group}
        id={id}
        checked={isOn}
        aria-describedby={hint && `${id}hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="line soft" id={`${id}hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
