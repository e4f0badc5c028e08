// SPDX-License-Identifier: MIT

using System.CommandLine;

namespace DistillGuard.Cli.CommandLine;

/// <summary>A command that can show how it is used.</summary>
internal sealed class ToolCommand : Command
{
    public ToolCommand(string name, string description, IReadOnlyList<string> examples)
        : base(name, description) => Examples = examples;

    /// <summary>Command lines that work as they stand, given the files they name.</summary>
    public IReadOnlyList<string> Examples { get; }
}
