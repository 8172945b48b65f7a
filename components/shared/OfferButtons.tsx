import { ProblemLine } from './ProblemLine.tsx';

interface Choice {
  words: string;
  onChoose: () => void;
}

interface Props {
  accept: Choice & { isPrimary?: boolean; isBusy?: boolean };
  /** Absent where the offer stays until it is accepted. */
  decline?: Choice | undefined;
  problem: string | null;
}

/** The buttons that accept or decline an offer, and why the choice could not be stored. */
export function OfferButtons({ accept, decline, problem }: Props) {
  const { isPrimary = false, isBusy } = accept;
  return (
    <>
      <div class="actions">
        <button
          type="button"
          class={isPrimary ? 'button primary' : 'button'}
          aria-disabled={isBusy}
          onClick={() => isBusy || accept.onChoose()}
        >
          {accept.words}
        </button>
        {decline && (
          <button type="button" class="button" onClick={decline.onChoose}>
            {decline.words}
          </button>
        )}
      </div>
      <ProblemLine class="problem" text={problem} />
    </>
  );
}
