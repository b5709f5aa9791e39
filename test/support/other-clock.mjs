/** Loaded before the command (`node --import`): the clock stands elsewhere, and the dice fall otherwise. */
const shift = Number(process.env.OTHER_CLOCK) - Date.now();
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
const random = Math.random;
Math.random = () => 1 - random();
