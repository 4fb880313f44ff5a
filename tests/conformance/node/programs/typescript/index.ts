// A program in TypeScript, compiled as it is loaded.
import * as pulumi from "@pulumi/pulumi";

const names: string[] = ["a", "b"];
export const count: number = names.length;
export const stack: string = pulumi.getStack();
