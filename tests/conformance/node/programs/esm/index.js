// An ES module whose outputs are its exports, and one that awaits.
import * as pulumi from "@pulumi/pulumi";

const value = await Promise.resolve("awaited");
export const stack = pulumi.getStack();
export const text = value;
