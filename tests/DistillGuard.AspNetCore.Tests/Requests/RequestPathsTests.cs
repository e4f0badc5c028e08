// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Requests;

public sealed class RequestPathsTests
{
    [TestCase("/v1/chat/completions", ApiKind.OpenAIChatCompletions)]
    [TestCase("/V1/Chat/Completions/", ApiKind.OpenAIChatCompletions)]
    [TestCase("/openai/v1/responses", ApiKind.OpenAIResponses)]
    [TestCase("/v1/messages", ApiKind.AnthropicMessages)]
    [TestCase("/v1/models/m:generateContent", ApiKind.GoogleGenerateContent)]
    [TestCase("/v1beta/models/m:streamGenerateContent", ApiKind.GoogleGenerateContent)]
    [TestCase("/v1/projects/p/locations/l/publishers/google/models/m:generateContent", ApiKind.GoogleGenerateContent)]
    [TestCase("/v1beta/tunedModels/m:generateContent", ApiKind.GoogleGenerateContent)]
    public void Place_KnownPath_IsOneRequestToItsApi(string path, ApiKind api) =>
        Assert.That((RequestPaths.Place(path)!.Value.Form, RequestPaths.Place(path)!.Value.Api), Is.EqualTo((RequestForm.Single, api)));

    [TestCase("/v1beta/models/gem-1:generateContent", "gem-1", false)]
    [TestCase("/v1beta/models/gem-1:streamGenerateContent", "gem-1", true)]
    public void Place_ModelInThePath_IsTakenFromIt(string path, string model, bool isStream) =>
        Assert.That((RequestPaths.Place(path)!.Value.Model, RequestPaths.Place(path)!.Value.Stream), Is.EqualTo((model, isStream)));

    [TestCase("/v1/files", (int)RequestForm.FileUpload)]
    [TestCase("/v1/batches", (int)RequestForm.BatchByFile)]
    [TestCase("/v1/messages/batches", (int)RequestForm.InlineBatch)]
    public void Place_BatchPath_HasItsForm(string path, int form) => Assert.That((int)RequestPaths.Place(path)!.Value.Form, Is.EqualTo(form));

    [TestCase("/v1/embeddings")]
    [TestCase("/v1/completions")]
    [TestCase("/v1//chat/completions")]
    [TestCase("/v1/messages/count_tokens")]
    [TestCase("/v1beta/models/m:embedContent")]
    [TestCase("/v1/models/:generateContent")]
    public void Place_OtherPathBelowAVersion_IsUnknownNotPassedBy(string path) => Assert.That(RequestPaths.Place(path), Is.EqualTo(RequestPlace.Unknown));

    [TestCase("/")]
    [TestCase("")]
    [TestCase("/health")]
    [TestCase("/chat")]
    public void Place_OtherPath_IsPassedBy(string path) => Assert.That(RequestPaths.Place(path), Is.Null);
}
