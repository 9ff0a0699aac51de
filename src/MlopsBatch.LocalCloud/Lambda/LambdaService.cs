using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MlopsBatch.LocalCloud.Lambda;

/// <summary>Lambda of one account. A function is named by its name or its ARN.</summary>
public sealed class LambdaService : AccountService, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FunctionConfiguration> _functions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EventInvokeConfig> _configs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableSortedDictionary<string, JsonObject>> _permissions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableSortedDictionary<string, string>> _layers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _layerVersions = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();

    internal LambdaService(CloudAccount account)
        : base(account) { }

    public string ArnOf(string function) => Account.Arn("lambda", "function:" + function);

    /// <summary>Makes a function or changes it.</summary>
    public void PutFunction(FunctionConfiguration function)
    {
        Authorize("lambda:CreateFunction", function.Arn);
        _functions[function.Name] = function;
    }

    public void DeleteFunction(string function)
    {
        var found = Function(function);
        Authorize("lambda:DeleteFunction", found.Arn);
        _functions.TryRemove(found.Name, out _);
        _configs.TryRemove(found.Name, out _);
        _permissions.TryRemove(found.Name, out _);
    }

    /// <summary>All functions, by name.</summary>
    public IReadOnlyList<FunctionConfiguration> ListFunctions()
    {
        Authorize("lambda:ListFunctions", "*");
        return [.. _functions.Values.OrderBy(function => function.Name, StringComparer.Ordinal)];
    }

    /// <summary>Sets or, with null, takes away what becomes of asynchronous invocations.</summary>
    public void PutFunctionEventInvokeConfig(string function, EventInvokeConfig? config)
    {
        var found = Function(function);
        Authorize("lambda:PutFunctionEventInvokeConfig", found.Arn);
        if (config is null)
        {
            _configs.TryRemove(found.Name, out _);
        }
        else
        {
            _configs[found.Name] = config;
        }
    }

    /// <summary>Lets somebody call a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="id">The statement's id, unique in the function.</param>
    /// <param name="action">For example <c>lambda:InvokeFunction</c>.</param>
    /// <param name="principal">A service's host, an account's number or an ARN.</param>
    /// <param name="sourceArn">Only for this resource of the service.</param>
    /// <param name="sourceAccount">Only for resources of this account.</param>
    public void AddPermission(string function, string id, string action, string principal, string? sourceArn, string? sourceAccount)
    {
        var found = Function(function);
        Authorize("lambda:AddPermission", found.Arn);
        var statement = PermissionStatement.Of(found.Arn, id, action, principal, sourceArn, sourceAccount);
        _permissions.AddOrUpdate(
            found.Name,
            _ => ImmutableSortedDictionary.Create<string, JsonObject>(StringComparer.Ordinal).Add(id, statement),
            (_, all) => all.SetItem(id, statement)
        );
    }

    public void RemovePermission(string function, string id)
    {
        if (_permissions.TryGetValue(function.Split(':')[^1], out var all))
        {
            _permissions[function.Split(':')[^1]] = all.Remove(id);
        }
    }

    /// <summary>Publishes a layer's next version.</summary>
    /// <param name="name">The layer.</param>
    /// <param name="files">Its files by their paths below <c>/opt</c>.</param>
    /// <returns>The version's ARN.</returns>
    public string PublishLayerVersion(string name, ImmutableSortedDictionary<string, string> files)
    {
        var layer = Account.Arn("lambda", "layer:" + name);
        Authorize("lambda:PublishLayerVersion", layer);
        var version = _layerVersions.AddOrUpdate(name, 1, (_, last) => last + 1);
        var arn = string.Create(CultureInfo.InvariantCulture, $"{layer}:{version}");
        _layers[arn] = files;
        return arn;
    }

    public void DeleteLayerVersion(string arn)
    {
        Authorize("lambda:DeleteLayerVersion", arn);
        _layers.TryRemove(arn, out _);
    }

    /// <summary>Calls a function and waits for its answer.</summary>
    /// <exception cref="CloudException">ResourceNotFoundException or AccessDenied.</exception>
    public async Task<InvocationResult> InvokeAsync(string function, string payload, CancellationToken cancellation = default)
    {
        var found = Callable(function);
        var id = Account.Cloud.Ids.NextGuid("lambda request " + found.Arn).ToString();
        Account.Cloud.Activity.Begin();
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closed.Token);
            return await new FunctionRunner(Account, Root).RunAsync(found, id, payload, either.Token);
        }
        finally
        {
            Account.Cloud.Activity.End();
        }
    }

    /// <summary>Hands a function an event and doesn't wait (InvocationType Event).</summary>
    /// <returns>The request's id.</returns>
    /// <exception cref="CloudException">ResourceNotFoundException or AccessDenied.</exception>
    public string InvokeLater(string function, string payload)
    {
        var found = Callable(function);
        var invocation = new AsyncInvocation(Account, Root, found.Arn, payload);
        _ = Account.Cloud.Activity.Run($"function {found.Name}", () => invocation.RunAsync(_closed.Token));
        return invocation.RequestId;
    }

    public async ValueTask DisposeAsync() => await _closed.CancelAsync();

    /// <exception cref="CloudException">ResourceNotFoundException.</exception>
    internal FunctionConfiguration Function(string nameOrArn)
    {
        var name = nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn.Split(':')[6] : nameOrArn;
        return
            _functions.TryGetValue(name, out var function)
            && (nameOrArn == name || nameOrArn.StartsWith(function.Arn, StringComparison.Ordinal))
            ? function
            : throw new CloudException(
                "ResourceNotFoundException",
                $"Function not found: {nameOrArn}.{DidYouMean.Hint(name, _functions.Keys)}"
            );
    }

    internal EventInvokeConfig InvokeConfig(string function) => _configs.GetValueOrDefault(function) ?? new EventInvokeConfig();

    internal ImmutableSortedDictionary<string, string> LayerFiles(FunctionConfiguration function)
    {
        var files = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        foreach (var layer in function.Layers)
        {
            files = files.SetItems(
                _layers.GetValueOrDefault(layer)
                    ?? throw new CloudException("ResourceNotFoundException", $"Layer version {layer} does not exist.")
            );
        }
        return files;
    }

    private LambdaService Root => Account.Service<LambdaService>();

    private FunctionConfiguration Callable(string function)
    {
        var found = Function(function);
        var policy =
            _permissions.TryGetValue(found.Name, out var all) && all.Count > 0
                ? new JsonObject
                {
                    ["Version"] = "2012-10-17",
                    ["Statement"] = new JsonArray([.. all.Values.Select(statement => statement.DeepClone())]),
                }.ToJsonString()
                : null;
        Authorize("lambda:InvokeFunction", found.Arn, policy);
        return found;
    }
}
