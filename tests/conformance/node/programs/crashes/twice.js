// Two resources of one name.
const { Thing } = require("../thing");

const first = new Thing("same", {});
new Thing("same", { name: first.address });
