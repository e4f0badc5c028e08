// SPDX-License-Identifier: MIT

using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>One kind of answer that the gateway gives in the upstream's place.</summary>
internal sealed class GuardProblem
{
    private GuardProblem(string name, int status, string title, string detail)
    {
        Name = name;
        Status = status;
        Title = title;
        Detail = detail;
    }

    public static GuardProblem Throttled { get; } = new(
        "throttled",
        StatusCodes.Status429TooManyRequests,
        "The account is slowed down",
        "Requests of this account are let through at a lower rate because of how it has been used. Wait and send the request again.");

    public static GuardProblem Challenged { get; } = new(
        "challenged",
        StatusCodes.Status403Forbidden,
        "The account has to be verified",
        "Tell the operator who you are and what the account is used for; its requests are held until then.");

    public static GuardProblem Refused { get; } = new(
        "refused",
        StatusCodes.Status403Forbidden,
        "The request was refused",
        "Requests of this account are refused because of how it has been used. A person can look at it again if you appeal.");

    /// <summary>The last part of its type.</summary>
    public string Name { get; }

    public int Status { get; }

    public string Title { get; }

    public string Detail { get; }
}
