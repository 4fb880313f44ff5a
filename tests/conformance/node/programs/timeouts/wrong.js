// A time limit that is no duration.
const { Thing } = require("../thing");

new Thing("slow", {}, { customTimeouts: { create: "soon" } });
