const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * What runs longest begins first, so that no worker waits at the end for the other's long file. Jest knows how long a
 * file took only on a machine that has run it before; on a fresh one the folder tells.
 */
const longest = [
  'test/web/bad-input.spec.ts',
  'test/stories/',
  'test/browser/',
  'test/integration/',
  'test/web/',
  '',
];

const placeOf = (path) => longest.findIndex((part) => path.replaceAll('\\', '/').includes(part));

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return usual.some(({ duration }) => duration !== undefined)
      ? usual
      : [...usual].sort((one, other) => placeOf(one.path) - placeOf(other.path));
  }
};
