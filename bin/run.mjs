// The name that a cdktf.json of an earlier version holds.
import "./run.cjs";
