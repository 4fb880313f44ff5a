// A component whose children inherit its protection, and a protected resource.
const { Thing, Pair } = require("../thing");

const pair = new Pair("pair", {}, { protect: true });
new Thing("vault", { zone: "1" }, { protect: true, dependsOn: pair });
