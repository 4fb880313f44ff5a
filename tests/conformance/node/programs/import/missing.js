// Takes over a resource that does not exist.
const { Thing } = require("../thing");

new Thing("lost", { size: 5 }, { import: "nowhere" });
