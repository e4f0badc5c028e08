// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>An account of a group.</summary>
/// <param name="Account">Its keyed hash.</param>
/// <param name="Named">When it was first named as a member of an accused group; the default value when the group is not accused.</param>
/// <param name="ExchangesBefore">All its exchanges up to then.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GroupAccount(SubjectKey Account, DateTimeOffset Named, long ExchangesBefore);
