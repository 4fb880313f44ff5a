// Takes over a second resource, with other inputs, which updates it.
const { Thing } = require("../thing");

new Thing("found", { size: 5 }, { import: "existing" });
new Thing("second", { size: 6 }, { import: "another" });
