// Components in components, with inputs, outputs and children.
const pulumi = require("@pulumi/pulumi");
const { Thing, Pair } = require("../thing");

class House extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("test:index:House", name, args, opts);
        const rooms = ["north", "south"].map((side) => new Pair(`${name}-${side}`, {}, { parent: this }));
        this.door = new Thing(`${name}-door`, { name: rooms[1].address, size: args.doors }, { parent: this });
        this.registerOutputs({ door: this.door.address, rooms: rooms.map((room) => room.address) });
    }
}

const house = new House("house", { doors: 2 });
new Thing("garden", {}, { dependsOn: house });

exports.door = house.door.address;
exports.house = house.urn;
