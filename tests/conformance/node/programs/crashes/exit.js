// Leaves with an exit code of its own after a resource is done.
const { Thing } = require("../thing");

new Thing("done", {}).address.apply(() => process.exit(7));
