#!/usr/bin/env node
// The name that scripts of an earlier version hold.
import "./genesys-eventbridge.cjs";
