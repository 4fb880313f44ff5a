// Nothing is protected any more.
const { Thing, Pair } = require("../thing");

const pair = new Pair("pair", {});
new Thing("vault", { zone: "1" }, { dependsOn: pair });
