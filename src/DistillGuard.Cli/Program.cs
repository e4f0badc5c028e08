// SPDX-License-Identifier: MIT

using DistillGuard.Cli.CommandLine;
using DistillGuard.Cli.Output;

return await ToolCommandLine.RunAsync(args, ToolConsole.OfProcess());
