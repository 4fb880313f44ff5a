// Resources that change behind the engine's back.
const { Thing } = require("../thing");

const kept = new Thing("kept", { size: 1 });
new Thing("drifted", { size: 2 });
new Thing("lost", { size: 3, name: kept.address });
