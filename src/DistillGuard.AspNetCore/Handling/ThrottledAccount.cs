// SPDX-License-Identifier: MIT

using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>What a rate limit is kept for: an account at a standing. When the standing changes, another limit begins.</summary>
internal readonly record struct ThrottledAccount(SubjectKey Account, VerdictLevel Level);
