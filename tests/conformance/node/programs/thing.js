// The resources of the test provider, and a component made of them.
const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
    constructor(name, args, opts) {
        super("test:index:Thing", name, { base: undefined, name: undefined, size: undefined, zone: undefined, address: undefined, ...args }, opts);
    }

    static get(name, id, opts) {
        return new Thing(name, {}, { ...opts, id });
    }
}

class Provider extends pulumi.ProviderResource {
    constructor(name, args, opts) {
        super("test", name, args, opts);
    }
}

class Pair extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("test:index:Pair", name, { address: undefined, ...args }, opts);
        if (opts?.urn) {
            return;
        }
        this.first = new Thing(`${name}-first`, { size: 1 }, { parent: this });
        this.second = new Thing(`${name}-second`, { size: 2, name: this.first.address }, { parent: this });
        this.address = this.second.address;
        this.registerOutputs({ address: this.address });
    }
}

module.exports = { Thing, Provider, Pair };
