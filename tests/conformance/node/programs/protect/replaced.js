// The protected resource would have to be replaced.
const { Thing, Pair } = require("../thing");

const pair = new Pair("pair", {}, { protect: true });
new Thing("vault", { zone: "2" }, { protect: true, dependsOn: pair });
