// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Rules.Conditions;

/// <summary>Whose text a phrase is searched in: a set of roles, one bit for each <see cref="MessageRole"/>.</summary>
[Flags]
internal enum RoleScope : byte
{
    /// <summary>Nobody's.</summary>
    None = 0,

    /// <summary>Text without a known role.</summary>
    Other = 1 << MessageRole.Other,

    /// <summary><c>system</c>: system and developer instructions.</summary>
    System = 1 << MessageRole.System,

    /// <summary><c>user</c>: the user's side.</summary>
    User = 1 << MessageRole.User,

    /// <summary><c>assistant</c>: the model's side.</summary>
    Assistant = 1 << MessageRole.Assistant,

    /// <summary>What tools answered.</summary>
    Tool = 1 << MessageRole.Tool,

    /// <summary><c>tools</c>: names, descriptions and parameters of the tools offered.</summary>
    ToolDefinitions = 1 << 5,

    /// <summary><c>schema</c>: the schema that the answer must follow.</summary>
    OutputSchema = 1 << 6,

    /// <summary><c>prompt</c>: what the client wrote itself, system and user; the default.</summary>
    Prompt = System | User | Other,

    /// <summary><c>any</c>: everybody's, what tools answered in the conversation included.</summary>
    Any = Prompt | Assistant | Tool,
}
