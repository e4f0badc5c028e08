// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Conditions;

/// <summary>The names of scopes, and the scope that a piece of a request belongs to.</summary>
internal static class RoleScopes
{
    /// <summary>The names in documents.</summary>
    public static readonly string[] Names = ["system", "user", "assistant", "prompt", "any", "tools", "schema"];

    /// <summary>What the names mean, in the same order.</summary>
    public static readonly RoleScope[] Values =
    [
        RoleScope.System, RoleScope.User, RoleScope.Assistant, RoleScope.Prompt, RoleScope.Any, RoleScope.ToolDefinitions,
        RoleScope.OutputSchema,
    ];

    /// <summary>Where a piece of a request stands; nowhere when rules never read its kind.</summary>
    public static RoleScope Of(TextPart part) => part.Kind switch
    {
        TextKind.Prompt => (RoleScope)(1 << (int)part.Role),
        TextKind.ToolDefinition => RoleScope.ToolDefinitions,
        TextKind.OutputSchema => RoleScope.OutputSchema,
        _ => RoleScope.None,
    };
}
