// Every way in which one resource needs another: all of it is deleted the other way round.
const { Thing, Provider, Pair } = require("../thing");

const provider = new Provider("own", { region: "north" });
const first = new Thing("first", {}, { provider });
const input = new Thing("by-input", { name: first.id }, { provider });
const order = new Thing("by-order", {}, { provider, dependsOn: input });
const child = new Thing("by-parent", {}, { provider, parent: order });
const pair = new Pair("pair", {}, { parent: child });
new Thing("last", {}, { provider, dependsOn: pair });
