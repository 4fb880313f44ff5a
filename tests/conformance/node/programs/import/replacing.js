// Takes over a resource that would have to be replaced to be what the program wants.
const { Thing } = require("../thing");

new Thing("moved", { zone: "2" }, { import: "elsewhere" });
