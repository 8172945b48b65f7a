import { WeekBars } from './WeekBars.tsx';
import { type WeeklyLimitProps, WeeklyLimitSlider } from './WeeklyLimitSlider.tsx';

/** Matches per week, and the slider that limits them. */
export function WeeklyLimit(props: WeeklyLimitProps) {
  return (
    <>
      <WeekBars weeks={props.weeks} minimum={props.minimum} />
      <WeeklyLimitSlider {...props} />
    </>
  );
}
