// The smallest program: a resource, and outputs that come from it.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const thing = new Thing("thing", { name: "n", size: 3 });

exports.name = thing.name;
exports.password = pulumi.secret("s3cret");
