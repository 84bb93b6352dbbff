import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface IntegrationConfig extends cdktf.TerraformMetaArguments {
    readonly id?: string;
    readonly integrationType: string;
    readonly intendedState?: string;
    readonly config?: IntegrationConfigA;
}
export interface IntegrationConfigA {
    readonly advanced?: string;
    readonly credentials?: {
        [key: string]: string;
    };
    readonly name?: string;
    readonly notes?: string;
    readonly properties?: string;
}
export declare function integrationConfigAToTerraform(struct?: IntegrationConfigAOutputReference | IntegrationConfigA): any;
export declare function integrationConfigAToHclTerraform(struct?: IntegrationConfigAOutputReference | IntegrationConfigA): any;
export declare class IntegrationConfigAOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): IntegrationConfigA | undefined;
    set internalValue(value: IntegrationConfigA | undefined);
    private _advanced?;
    get advanced(): string;
    set advanced(value: string);
    resetAdvanced(): void;
    get advancedInput(): string;
    private _credentials?;
    get credentials(): {
        [key: string]: string;
    };
    set credentials(value: {
        [key: string]: string;
    });
    resetCredentials(): void;
    get credentialsInput(): {
        [key: string]: string;
    };
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string;
    private _notes?;
    get notes(): string;
    set notes(value: string);
    resetNotes(): void;
    get notesInput(): string;
    private _properties?;
    get properties(): string;
    set properties(value: string);
    resetProperties(): void;
    get propertiesInput(): string;
}
export declare class Integration extends cdktf.TerraformResource {
    static readonly tfResourceType = "genesyscloud_integration";
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    constructor(scope: Construct, id: string, config: IntegrationConfig);
    private _id?;
    get id(): string;
    set id(value: string);
    resetId(): void;
    get idInput(): string;
    private _integrationType?;
    get integrationType(): string;
    set integrationType(value: string);
    get integrationTypeInput(): string;
    private _intendedState?;
    get intendedState(): string;
    set intendedState(value: string);
    resetIntendedState(): void;
    get intendedStateInput(): string;
    private _config;
    get config(): IntegrationConfigAOutputReference;
    putConfig(value: IntegrationConfigA): void;
    resetConfig(): void;
    get configInput(): IntegrationConfigA;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
