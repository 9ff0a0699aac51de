namespace MlopsBatch.Cli.Graphs.Reading;

/// <summary>Type tokens of the resources that pictures are made of.</summary>
internal static class ResourceTypes
{
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    public const string Function = "aws:lambda/function:Function";
    public const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    public const string ModelPackageGroup = "aws:sagemaker/modelPackageGroup:ModelPackageGroup";
    public const string Pipeline = "aws:sagemaker/pipeline:Pipeline";
    public const string Pipe = "aws:pipes/pipe:Pipe";
    public const string Rule = "aws:cloudwatch/eventRule:EventRule";
    public const string Schedule = "aws:scheduler/schedule:Schedule";
    public const string Subscription = "aws:sns/topicSubscription:TopicSubscription";
    public const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    public const string Topic = "aws:sns/topic:Topic";
}
