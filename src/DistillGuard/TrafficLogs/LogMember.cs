// SPDX-License-Identifier: MIT

namespace DistillGuard.TrafficLogs;

/// <summary>
/// The members a log line may have, in the order of the format's table. The scopes stand together: line, client,
/// response.
/// </summary>
internal enum LogMember : byte
{
    Type,
    Time,
    Id,
    Account,
    Organization,
    Credential,
    Plan,
    AccountCreated,
    Payment,
    AccountCountry,
    Declared,
    Client,
    Api,
    Model,
    Stream,
    Conversation,
    EndUser,
    Request,
    Response,
    Action,
    Reason,
    ClientAddress,
    ClientUserAgent,
    ClientFingerprint,
    ResponseStatus,
    ResponseId,
    ResponseModel,
    ResponseError,
    ResponseRefusal,
    ResponseTextHash,
    ResponseCachedTokens,
    ResponseInputTokens,
    ResponseOutputTokens,
    ResponseFinishReason,
    ResponseDuration,
    ResponseReasoningSignatures,
    Unknown,
}
