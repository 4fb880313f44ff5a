// The resource of the test provider.
const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
    constructor(name, args, opts) {
        super("test:index:Thing", name, { name: undefined, size: undefined, ...args }, opts);
    }
}

module.exports = { Thing };
