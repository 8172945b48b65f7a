/**
 * Source of a script that moves the clock of the script that follows it by a number of milliseconds:
 * `Date`, and the alarms, which the browser keeps by the real clock. Chance is taken away too, so that
 * an install's own place in the hours between checks is always the same. For one context it counts
 * once, however many scripts run there.
 */
export const shiftedClock = (shift: number): string => `(() => {
  if (Object.hasOwn(globalThis, 'clockShift')) return;
  const shift = globalThis.clockShift = ${shift};
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + shift] : given));
    }
    static now() {
      return Real.now() + shift;
    }
  };
  Math.random = () => 0.5;
  const api = globalThis.browser ?? globalThis.chrome;
  const alarms = api?.alarms;
  if (!alarms) return;
  const shiftedAlarm = (alarm) => alarm && { ...alarm, scheduledTime: alarm.scheduledTime + shift };
  const shifted = {
    create: (name, { when, ...rest }) => alarms.create(name, { ...rest, when: when - shift }),
    get: async (name) => shiftedAlarm(await alarms.get(name)),
    clear: (name) => alarms.clear(name),
    onAlarm: { addListener: (run) => alarms.onAlarm.addListener((alarm) => run(shiftedAlarm(alarm))) },
  };
  const value = new Proxy({}, {
    get: (_, name) => (name === 'alarms' ? shifted : api[name]),
    has: (_, name) => name in api,
  });
  for (const name of ['browser', 'chrome']) {
    if (name in globalThis) Object.defineProperty(globalThis, name, { value, configurable: true });
  }
})();
`;
