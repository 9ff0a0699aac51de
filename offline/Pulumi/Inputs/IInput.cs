namespace Pulumi;

/// <summary>An input of any type, as the serializer sees it.</summary>
internal interface IInput
{
    /// <summary>The input's value, with elements of lists and maps still being inputs of their own.</summary>
    IOutput ToUntypedElements();

    /// <summary>The input's value, with elements of lists and maps resolved.</summary>
    IOutput ToUntypedOutput();
}
