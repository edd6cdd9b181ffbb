/** Ends the run with the one line that scripts look for: `N passed, N failed`. */
module.exports = class FinalLine {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numFailedTestSuites, testResults }) {
    // A file that could not even be loaded has no tests of its own to fail.
    const broken = testResults.filter((file) => file.testExecError && file.numFailingTests === 0).length;
    const failed = numFailedTests + (numFailedTestSuites > 0 ? broken : 0);
    console.log(`${numPassedTests} passed, ${failed} failed`);
  }
};
