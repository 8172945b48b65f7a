import { useState } from 'preact/hooks';
import { type Line, PaperLine } from './PaperLine.tsx';

interface Props {
  label: string;
  lines: Line[];
  /** A newer answer is on its way; absent where what holds the list says so. */
  busy?: boolean;
  /** The line that is open from the start. */
  opens?: string | undefined;
}

/** Papers as lines, at most one of them open. */
export function PaperList({ label, lines, busy, opens }: Props) {
  const [open, setOpen] = useState<string | null>(opens ?? null);
  return (
    <ol class="entries" aria-label={label} aria-busy={busy}>
      {lines.map((line) => (
        <PaperLine
          key={line.paper.id}
          line={line}
          open={open === line.paper.id}
          onToggle={() => setOpen(open === line.paper.id ? null : line.paper.id)}
        />
      ))}
    </ol>
  );
}
