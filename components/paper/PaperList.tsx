import { useState } from 'preact/hooks';
import { PaperLine, type PaperLineData } from './PaperLine.tsx';

interface Props {
  label: string;
  lines: PaperLineData[];
  /** A newer answer is awaited; absent where the container says so. */
  busy?: boolean;
  /** The id of the line that is open at first. */
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
